import type { AnyResource } from '@linli/kit'
import { createContext, use, type ReactElement, type ReactNode } from 'react'
import { may, type Me } from '../session/index.ts'
import type { Model } from './model.ts'

/** What every screen may read: the definitions and who is signed in. */
export interface AdminInfo {
  readonly model: Model
  readonly me: Me
  /** Asks again who is signed in and what is switched on. */
  readonly reload: () => void
  readonly signOut: () => Promise<void>
}

const AdminInfoContext = createContext<AdminInfo | null>(null)

export function AdminInfoProvider({ value, children }: { readonly value: AdminInfo; readonly children: ReactNode }): ReactElement {
  return <AdminInfoContext value={value}>{children}</AdminInfoContext>
}

/** The definitions and the person, inside `<LinliAdmin>`. */
export function useAdminInfo(): AdminInfo {
  const value = use(AdminInfoContext)
  if (!value) throw new Error('useAdminInfo() is for components inside <LinliAdmin>.')
  return value
}

/** The definition of a resource. */
export function useDefinition(name: string | undefined): AnyResource {
  const { model } = useAdminInfo()
  const resource = name === undefined ? undefined : model.resources.get(name)
  if (!resource) throw new Error(`There is no resource "${name ?? ''}" among the modules that are switched on.`)
  return resource
}

/** Whether the person holds a permission. */
export function useMay(): (permission: string) => boolean {
  const { me } = useAdminInfo()
  return (permission) => may(me, permission)
}
