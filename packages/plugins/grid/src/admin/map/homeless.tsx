import { request, useMay } from '@linli/admin'
import { Alert, Button, List, ListItem, ListItemText, MenuItem, Stack, TextField, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import type { Coverage } from '../../actions/index.ts'
import { useTexts } from '../texts.ts'

const SHOWN = 12

/** Buildings with homes in no cell, each to be put under one. */
export function Homeless({ coverage, onChanged }: { readonly coverage: Coverage; readonly onChanged: () => void }): ReactElement {
  const text = useTexts()
  const may = useMay()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [fault, setFault] = useState('')
  async function assign(unitId: string): Promise<void> {
    try {
      await request(`/registry/units/${unitId}/actions/assign-grid`, { method: 'POST', body: { gridCode: chosen[unitId] } })
      setFault('')
      onChanged()
    } catch (error) {
      setFault(error instanceof Error ? error.message : text('failed'))
    }
  }
  if (coverage.homesInNoneCount === 0) return <Typography>{text('map.without.none')}</Typography>
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{text('map.without', { n: coverage.homesInNoneCount })}</Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      <List dense>
        {coverage.homesInNone.slice(0, SHOWN).map(({ unitId, label, communityId, homes }) => (
          <ListItem key={unitId} divider disableGutters>
            <Stack sx={{ width: '100%', gap: 1 }}>
              <ListItemText primary={label} secondary={text('map.homes', { n: homes })} />
              {may('registry.units.assign-grid') ? (
                <Stack direction="row" sx={{ gap: 1 }}>
                  <TextField
                    select
                    size="small"
                    fullWidth
                    label={text('map.assign.to')}
                    value={chosen[unitId] ?? ''}
                    onChange={({ target }) => setChosen({ ...chosen, [unitId]: target.value })}
                  >
                    {coverage.cells
                      .filter((cell) => cell.communityId === communityId)
                      .map((cell) => (
                        <MenuItem key={cell.code} value={cell.code}>
                          {cell.name}
                        </MenuItem>
                      ))}
                  </TextField>
                  <Button
                    variant="outlined"
                    disabled={!chosen[unitId]}
                    onClick={() => void assign(unitId)}
                    aria-label={`${text('map.assign')} ${label}`}
                  >
                    {text('map.assign')}
                  </Button>
                </Stack>
              ) : null}
            </Stack>
          </ListItem>
        ))}
      </List>
    </>
  )
}
