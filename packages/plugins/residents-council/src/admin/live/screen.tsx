import { Box, Card, CardContent, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { LiveMeeting } from '../../actions/index.ts'

/** What is meant for the projector. */
export function Screen({ live }: { readonly live: LiveMeeting }): ReactElement {
  const { reached, needed } = live.quorum
  const current = live.items.find(({ state }) => state === 'current')
  return (
    <Card sx={{ bgcolor: '#10203a', color: '#fff' }}>
      <CardContent>
        <Stack direction={{ xs: 'column', md: 'row' }} sx={{ gap: 3, alignItems: 'center' }}>
          <Box
            role="img"
            aria-label={reached ? '已达到法定人数' : '未达到法定人数'}
            sx={{
              width: 132,
              height: 132,
              borderRadius: '50%',
              bgcolor: reached ? '#2e7d32' : '#c62828',
              border: '6px solid #fff',
              flexShrink: 0,
              display: 'grid',
              placeItems: 'center',
              fontSize: 26,
              fontWeight: 700,
              textAlign: 'center',
            }}
          >
            {reached ? '人数够' : '人数不够'}
          </Box>
          <Box sx={{ flexGrow: 1 }}>
            <Typography variant="h5" component="h1" sx={{ fontWeight: 700 }}>
              {live.title}
            </Typography>
            <Typography sx={{ fontSize: 24 }}>
              应到 {live.due} 人，实到 <strong style={{ fontSize: 40 }}>{live.present}</strong> 人，至少 {needed} 人
            </Typography>
            <Typography sx={{ fontSize: 22 }}>{current ? `正在议：${current.title}` : live.statusTitle}</Typography>
          </Box>
          {live.code ? (
            <Box sx={{ textAlign: 'center' }}>
              <Typography>手机签到码</Typography>
              <Typography sx={{ fontSize: 52, fontWeight: 700, letterSpacing: 6 }}>{live.code}</Typography>
            </Box>
          ) : null}
        </Stack>
      </CardContent>
    </Card>
  )
}
