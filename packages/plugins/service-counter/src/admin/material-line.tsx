import { Chip, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import type { DeskMaterial } from '../actions/index.ts'
import { useSay } from './use-say.ts'

interface MaterialLineProps {
  readonly material: Pick<DeskMaterial, 'name' | 'held' | 'canDefer' | 'required'> &
    Partial<Pick<DeskMaterial, 'copies' | 'form' | 'canPromise'>>
  readonly tick: { readonly state: string; readonly note: string }
  readonly onTick: (tick: { readonly state: string; readonly note: string }) => void
}

/** A paper with what became of it; what we hold ourselves is said and not asked for. */
export function MaterialLine({ material, tick, onTick }: MaterialLineProps): ReactElement {
  const say = useSay()
  const { name, held, canDefer, required, copies, form, canPromise = false } = material
  return (
    <Stack direction="row" sx={{ gap: 2, py: 1.5, borderTop: 1, borderColor: 'divider', flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography sx={{ flex: '1 1 200px' }}>
        {name}
        <Typography component="span" variant="body2" color="textSecondary">
          {` ${[required ? '' : say('按情形'), copies ? say('{n} 份', { n: copies }) : '', form].filter(Boolean).join('，')}`}
        </Typography>
      </Typography>
      {held ? (
        <Chip
          color="success"
          variant="outlined"
          label={held}
          sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: 1 } }}
        />
      ) : (
        <>
          <ToggleButtonGroup
            exclusive
            color="primary"
            value={tick.state}
            onChange={(_event, state: string | null) => state && onTick({ ...tick, state })}
            aria-label={name}
          >
            <ToggleButton value="ok">{say('已收')}</ToggleButton>
            <ToggleButton value="missing">{say('缺')}</ToggleButton>
            <ToggleButton value="wrong">{say('不合格')}</ToggleButton>
            {canDefer ? <ToggleButton value="deferred">{say('容缺')}</ToggleButton> : null}
            {canPromise ? <ToggleButton value="promised">{say('承诺代替')}</ToggleButton> : null}
          </ToggleButtonGroup>
          {tick.state === 'wrong' ? (
            <TextField
              size="small"
              required
              label={say('哪里不合格')}
              value={tick.note}
              onChange={(event) => onTick({ ...tick, note: event.target.value })}
            />
          ) : null}
        </>
      )}
    </Stack>
  )
}
