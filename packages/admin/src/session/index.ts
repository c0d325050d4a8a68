export { fetchMe, may, publicPage } from './me.ts'
export type { Me, MyPlace, MyPost } from './me.ts'
export { changePassword, fetchDoorway, signIn, signOut } from './sign-in.ts'
export type { Credentials, DemoAccount, Doorway } from './sign-in.ts'
