import type { AdminPanel } from '../modules/index.ts'

interface PhoneAccountsOptions {
  /** The resource that a post can be bound to (`subject: true`). */
  readonly resource: string
  /** The name of the role that such an account is given: `resident`, `merchant`. */
  readonly role: string
  /** The field with the name of whom the account is for, offered in the form. */
  readonly nameField: string
}

/**
 * A tab on a record's page from which whoever the record is about is given an account for the phone pages.
 *
 * @example
 * defineAdmin(parks, { panels: [phoneAccounts({ resource: 'parks.keepers', role: 'volunteer', nameField: 'name' })] })
 */
export function phoneAccounts({ resource, role, nameField }: PhoneAccountsOptions): AdminPanel {
  return {
    resource,
    title: '手机账号',
    permission: 'platform.posts.read',
    load: async () => {
      const { PhoneAccounts } = await import('./phone-accounts.tsx')
      return { default: (props) => <PhoneAccounts {...props} role={role} nameField={nameField} /> }
    },
  }
}
