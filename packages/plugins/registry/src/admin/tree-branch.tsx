import ExpandIcon from '@mui/icons-material/ChevronRight'
import { Collapse, IconButton, Stack, Typography } from '@mui/material'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useTexts } from './texts.ts'

/** The places of one level. */
export function TreeList({ children, nested = false }: { readonly children: ReactNode; readonly nested?: boolean }): ReactElement {
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0, pl: nested ? { xs: 1, sm: 3 } : 0 }}>
      {children}
    </Stack>
  )
}

interface BranchProps {
  readonly name: string
  /** 0 street, 1 community, 2 grid or estate, deeper below. */
  readonly level: number
  readonly counts: ReactNode
  /** What lies in it, made when it is opened; absent: nothing does. */
  readonly inside?: () => ReactNode
  readonly startsOpen?: boolean
  /** Marks beside the name, and buttons behind the counts. */
  readonly marks?: ReactNode
  readonly buttons?: ReactNode
}

/** A place that opens. */
export function Branch({ name, level, counts, inside, startsOpen = false, marks, buttons }: BranchProps): ReactElement {
  const [isOpen, setOpen] = useState(startsOpen)
  return (
    <li>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 1, minHeight: 48, borderBottom: 1, borderColor: 'divider' }}
      >
        <IconButton
          onClick={() => setOpen(!isOpen)}
          disabled={!inside}
          aria-expanded={isOpen}
          aria-label={name}
          sx={{ visibility: inside ? 'visible' : 'hidden', transform: isOpen ? 'rotate(90deg)' : 'none' }}
        >
          <ExpandIcon />
        </IconButton>
        <Typography sx={{ flexGrow: 1, fontWeight: level <= 2 ? 600 : 400 }}>{name}</Typography>
        {marks}
        {counts}
        {buttons}
      </Stack>
      <Collapse in={isOpen} unmountOnExit>
        {inside?.()}
      </Collapse>
    </li>
  )
}

/** How many rooms, households and people a place holds. */
export function Counts(counts: { readonly rooms: number; readonly households: number; readonly people: number }): ReactElement {
  const text = useTexts()
  return (
    <Typography variant="body2" color="textSecondary">
      {text('places.counts', counts)}
    </Typography>
  )
}
