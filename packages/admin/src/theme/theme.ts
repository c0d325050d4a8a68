import { defaultTheme, type RaThemeOptions } from 'react-admin'

/** The fonts of the system: Chinese web fonts are megabytes, and office networks are often closed. */
const FONTS = [
  'system-ui',
  '-apple-system',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"WenQuanYi Micro Hei"',
  'sans-serif',
].join(',')

/** Large enough for a thumb and for older eyes. */
const TOUCH = 44

/** Nothing slides or fades for whoever asked the system for less motion. */
const STILL = {
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
}

function base(mode: 'light' | 'dark'): RaThemeOptions {
  const isLight = mode === 'light'
  return {
    ...defaultTheme,
    sidebar: { width: 232, closedWidth: 56 },
    palette: {
      mode,
      primary: isLight ? { main: '#0b5f51', contrastText: '#ffffff' } : { main: '#7fd1bf', contrastText: '#04231d' },
      secondary: isLight ? { main: '#0b5f51', contrastText: '#ffffff' } : { main: '#22302d', contrastText: '#eef4f2' },
      error: { main: isLight ? '#b3261e' : '#ffb4ab' },
      warning: { main: isLight ? '#8a5300' : '#ffb95c' },
      success: { main: isLight ? '#1b6b2f' : '#8ad79a' },
      info: { main: isLight ? '#1d5c96' : '#9ecaff' },
      background: isLight ? { default: '#f4f7f6', paper: '#ffffff' } : { default: '#121817', paper: '#1b2321' },
      text: isLight ? { primary: '#17211f', secondary: '#44524e' } : { primary: '#eef4f2', secondary: '#bccac5' },
    },
    typography: {
      fontFamily: FONTS,
      fontSize: 16,
      htmlFontSize: 16,
      body1: { fontSize: '1.0625rem', lineHeight: 1.6 },
      body2: { fontSize: '1rem', lineHeight: 1.6 },
      caption: { fontSize: '0.9375rem', lineHeight: 1.5 },
      button: { fontSize: '1rem', textTransform: 'none', fontWeight: 600 },
      h4: { fontSize: '1.75rem', fontWeight: 600 },
      h5: { fontSize: '1.5rem', fontWeight: 600 },
      h6: { fontSize: '1.2rem', fontWeight: 600 },
      subtitle1: { fontSize: '1.0625rem', fontWeight: 600 },
    },
    shape: { borderRadius: 8 },
    components: {
      ...defaultTheme.components,
      MuiCssBaseline: { styleOverrides: STILL },
      MuiButton: { styleOverrides: { root: { minHeight: TOUCH } }, defaultProps: { size: 'medium' } },
      MuiIconButton: { styleOverrides: { root: { minWidth: TOUCH, minHeight: TOUCH } } },
      MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'medium' } },
      MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense' } },
      MuiTableCell: {
        styleOverrides: {
          root: { fontSize: '1rem', padding: '10px 12px' },
          head: { fontWeight: 600, whiteSpace: 'nowrap' },
        },
      },
      MuiListItemButton: { styleOverrides: { root: { minHeight: TOUCH } } },
      MuiMenuItem: { styleOverrides: { root: { minHeight: TOUCH } } },
      MuiTab: { styleOverrides: { root: { minHeight: 48, fontSize: '1rem' } } },
      MuiChip: { styleOverrides: { root: { fontSize: '0.9375rem' } } },
      MuiFormHelperText: { styleOverrides: { root: { fontSize: '0.9375rem' } } },
      MuiTooltip: { styleOverrides: { tooltip: { fontSize: '0.9375rem' } } },
      MuiAppBar: { defaultProps: { elevation: 0 } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiButtonBase: {
        styleOverrides: { root: { '&:focus-visible': { outline: `3px solid ${isLight ? '#0b6e5d' : '#7fd1bf'}`, outlineOffset: 1 } } },
      },
      RaMenuItemLink: {
        styleOverrides: { root: { minHeight: TOUCH, fontSize: '1rem', '&.RaMenuItemLink-active': { fontWeight: 600 } } },
      },
    },
  } as RaThemeOptions
}

export const LIGHT: RaThemeOptions = base('light')
export const DARK: RaThemeOptions = base('dark')
