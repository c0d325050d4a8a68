import { Box, Card, CardContent, Stack, Typography } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { Title } from 'react-admin'
import { usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo } from '../model/index.ts'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'
import { TwoStep } from './two-step.tsx'

/** One's own account: posts, password, devices, two-step sign-in. */
export default function AccountPage(): ReactElement {
  const words = useWords()
  const { me } = useAdminInfo()
  const placeName = usePlaceNames()
  return (
    <Stack sx={{ gap: 2, maxWidth: 720, pb: 4 }}>
      <Title title={words('account.title')} />
      <Box>
        <Typography variant="h5" component="h1">
          {me.account.name}
        </Typography>
        <Typography color="textSecondary">{me.account.username}</Typography>
      </Box>
      <Section title={words('account.posts')}>
        <Box component="ul" sx={{ m: 0, pl: 3 }}>
          {me.posts.map((post, index) => (
            <li key={`${post.role} ${index}`}>
              {post.roleTitle} ·{' '}
              {post.place.gridId || post.place.communityId ? placeName(post.place.gridId ?? post.place.communityId) : me.street.name}
            </li>
          ))}
        </Box>
      </Section>
      <Section title={words('account.password')}>
        <PasswordForm />
      </Section>
      <Section title={words('account.totp')}>
        <TwoStep />
      </Section>
      <Section title={words('account.sessions')}>
        <Sessions />
      </Section>
    </Stack>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Card component="section" aria-label={title}>
      <CardContent>
        <Typography variant="h6" component="h2" gutterBottom>
          {title}
        </Typography>
        {children}
      </CardContent>
    </Card>
  )
}
