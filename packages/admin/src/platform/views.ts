import type { ResourceViews } from '../modules/index.ts'

/** The screens of the platform's own resources that say more than the derived ones. */
export const platformViews: Readonly<Record<string, ResourceViews>> = {
  'platform.roles': {
    create: () => import('./role-create.tsx'),
    edit: () => import('./role-edit.tsx'),
    show: () => import('./role-show.tsx'),
  },
  'platform.posts': {
    create: () => import('./post-create.tsx'),
    edit: () => import('./post-edit.tsx'),
    show: () => import('./post-show.tsx'),
  },
  'platform.calendar-years': { list: () => import('./calendar-list.tsx') },
  'platform.audit': { list: () => import('./audit-list.tsx'), show: () => import('./audit-show.tsx') },
}
