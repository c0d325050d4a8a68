import {
  Accordion,
  AccordionDetails,
  AccordionSummary,
  Alert,
  Box,
  Chip,
  Skeleton,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
import ExpandIcon from '@mui/icons-material/ExpandMoreOutlined'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'
import { usePatternText } from './pattern-text.ts'
import { judge, widePatterns, withoutPattern, withVerdict, type RoleRules, type Verdict } from './role-patterns.ts'

interface ListedPermission {
  readonly name: string
  readonly title: string
  readonly module: string
}

/** The permissions of all modules as a table of three answers, within a form that has `allow` and `deny`. */
export function MatrixInput(): ReactElement {
  const { setValue } = useFormContext()
  const [allow, deny] = useWatch({ name: ['allow', 'deny'] }) as [unknown, unknown]
  const rules: RoleRules = { allow: listOf(allow), deny: listOf(deny) }
  return (
    <PermissionMatrix
      rules={rules}
      onChange={(changed) => {
        setValue('allow', [...changed.allow], { shouldDirty: true })
        setValue('deny', [...changed.deny], { shouldDirty: true })
      }}
    />
  )
}

interface PermissionMatrixProps {
  readonly rules: RoleRules
  /** Without it the matrix is only read. */
  readonly onChange?: (rules: RoleRules) => void
}

/** What a role may do, module by module. */
export function PermissionMatrix({ rules, onChange }: PermissionMatrixProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const patternText = usePatternText()
  const { model } = useAdminInfo()
  const [search, setSearch] = useState('')
  const { data, error } = useQuery({
    queryKey: ['linli', 'permissions'],
    queryFn: ({ signal }) => request<{ permissions: ListedPermission[] }>('/platform/permissions', { signal }),
  })
  if (error) return <Alert severity="error">{error.message}</Alert>
  if (!data) return <Skeleton variant="rounded" height={200} sx={{ width: '100%' }} />
  const modules = [...new Set(data.permissions.map(({ module }) => module))]
  const moduleTitle = (id: string): string => title(id, model.plugins.find((plugin) => plugin.id === id)?.title ?? id)
  const wide = [
    ...widePatterns(rules.allow).map((pattern) => ['allow', pattern] as const),
    ...widePatterns(rules.deny).map((pattern) => ['deny', pattern] as const),
  ]
  return (
    <Box sx={{ width: '100%' }}>
      <Typography variant="h6" component="h2">
        {words('roles.matrix')}
      </Typography>
      <Typography color="textSecondary" gutterBottom>
        {words('roles.matrixHelp')}
      </Typography>
      {wide.length > 0 ? (
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 1 }}>
          <Typography variant="body2">{words('roles.patterns')}</Typography>
          {wide.map(([kind, pattern]) => (
            <Chip
              key={`${kind} ${pattern}`}
              color={kind === 'deny' ? 'error' : 'default'}
              variant="outlined"
              label={`${words(kind === 'deny' ? 'roles.deny' : 'roles.allow')} ${patternText(pattern)}`}
              {...(onChange ? { onDelete: () => onChange(withoutPattern(rules, pattern)) } : {})}
            />
          ))}
        </Stack>
      ) : null}
      <TextField label={words('roles.search')} value={search} onChange={(event) => setSearch(event.target.value)} fullWidth type="search" />
      {modules.map((id) => {
        const all = data.permissions.filter(({ module }) => module === id)
        const shown = all.filter((permission) => permission.title.includes(search.trim()) || permission.name.includes(search.trim()))
        const granted = all.filter(({ name }) => judge(rules, name).verdict === 'allow').length
        if (shown.length === 0) return null
        return (
          <Accordion key={id} disableGutters {...(search ? { expanded: true } : {})}>
            <AccordionSummary expandIcon={<ExpandIcon />}>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                {moduleTitle(id)}
              </Typography>
              <Typography component="span" color="textSecondary" sx={{ ml: 2 }}>
                {words('roles.granted', { n: granted })}
              </Typography>
            </AccordionSummary>
            <AccordionDetails sx={{ p: { xs: 1, sm: 2 } }}>
              {shown.map((permission) => (
                <PermissionLine key={permission.name} permission={permission} rules={rules} {...(onChange ? { onChange } : {})} />
              ))}
            </AccordionDetails>
          </Accordion>
        )
      })}
    </Box>
  )
}

function PermissionLine({ permission, rules, onChange }: PermissionMatrixProps & { readonly permission: ListedPermission }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const patternText = usePatternText()
  const { verdict, pattern } = judge(rules, permission.name)
  const name = title(permission.name, permission.title)
  return (
    <Stack
      direction="row"
      sx={{
        gap: 1,
        alignItems: 'center',
        justifyContent: 'space-between',
        flexWrap: 'wrap',
        borderBottom: 1,
        borderColor: 'divider',
        py: 0.5,
      }}
    >
      <Box sx={{ flex: '1 1 180px' }}>
        <Typography>{name}</Typography>
        {pattern ? (
          <Typography variant="body2" color="textSecondary">
            {words('roles.byPattern', { pattern: patternText(pattern) })}
          </Typography>
        ) : null}
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={verdict}
        disabled={!onChange}
        aria-label={name}
        onChange={(_event, chosen: Verdict | null) => {
          if (chosen) onChange?.(withVerdict(rules, permission.name, chosen))
        }}
      >
        <ToggleButton value="none" disabled={!onChange || (pattern !== null && verdict === 'allow')}>
          {words('roles.inherit')}
        </ToggleButton>
        <ToggleButton value="allow" color="success">
          {words('roles.allow')}
        </ToggleButton>
        <ToggleButton value="deny" color="error">
          {words('roles.deny')}
        </ToggleButton>
      </ToggleButtonGroup>
    </Stack>
  )
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}
