/** The few words before anybody has signed in; the rest of the app and its texts come after. */
const ZH = {
  title: '登录',
  street: '街道',
  username: '用户名',
  password: '密码',
  code: '动态验证码（6 位）',
  codeHelp: '打开手机上的验证器，填写现在显示的 6 位数字。',
  show: '显示密码',
  hide: '隐藏密码',
  showShort: '显示',
  hideShort: '隐藏',
  submit: '登录',
  busy: '正在登录…',
  demo: '演示账号（点一下就填好）',
  again: '登录已过期，请重新登录。没有保存的内容还在，登录后可以继续。',
  opening: '正在打开…',
  retry: '再试一次',
  chunk: '页面没有完整下载。请检查网络后再试一次。',
  changeTitle: '请先修改密码',
  changeHelp: '这是初始密码，为了安全须先换成您自己的密码。',
  current: '现在的密码',
  next: '新密码',
  repeat: '再输一次新密码',
  different: '两次输入的新密码不一样',
  change: '修改密码',
  signOut: '退出',
}

export type SignInTexts = typeof ZH

const EN: SignInTexts = {
  title: 'Sign in',
  street: 'Street',
  username: 'User name',
  password: 'Password',
  code: 'Code (6 digits)',
  codeHelp: 'Open the authenticator on your phone and enter the 6 digits it shows.',
  show: 'Show password',
  hide: 'Hide password',
  showShort: 'Show',
  hideShort: 'Hide',
  submit: 'Sign in',
  busy: 'Signing in…',
  demo: 'Demo accounts (click to fill in)',
  again: 'Your session has ended; please sign in again. What you had not saved is still there.',
  opening: 'Opening…',
  retry: 'Try again',
  chunk: 'The page was not downloaded completely. Check the network and try again.',
  changeTitle: 'Please change your password first',
  changeHelp: 'This is an initial password; choose one of your own.',
  current: 'Present password',
  next: 'New password',
  repeat: 'New password once more',
  different: 'The two new passwords differ',
  change: 'Change password',
  signOut: 'Sign out',
}

/** The language of the app is remembered by the browser; Chinese where nothing was chosen. */
export function rememberedLocale(): 'zh' | 'en' {
  return localStorage.getItem('linli.locale') === 'en' ? 'en' : 'zh'
}

export function rememberLocale(locale: string): void {
  localStorage.setItem('linli.locale', locale)
  document.documentElement.lang = locale.startsWith('en') ? 'en' : 'zh-CN'
}

export function signInTexts(): SignInTexts {
  return rememberedLocale() === 'en' ? EN : ZH
}
