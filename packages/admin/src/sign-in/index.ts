export { FirstPasswordPage } from './first-password-page.tsx'
export { Frame } from './frame.tsx'
export { SignInPage } from './sign-in-page.tsx'
export { rememberedLocale, rememberLocale, signInTexts } from './texts.ts'
