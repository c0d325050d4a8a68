import { Step, StepLabel, Stepper, Typography, useMediaQuery, type Theme } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'
import { stepPath } from './step-path.ts'

/** Where the row stands in its life. What only goes to and fro (on, off) has no progress to show. */
export function WorkflowStepper({ resource, record }: { readonly resource: AnyResource; readonly record: RaRecord }): ReactElement | null {
  const words = useWords()
  const title = useTitles()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const { workflow } = resource
  if (!workflow) return null
  const { states, at } = stepPath(workflow, record)
  const hasEnd = Object.values(workflow.states).some(({ final }) => final)
  if (states.length < 2 || !hasEnd) return null
  const name = (state: string): string => title(`${resource.name}.status.${state}`, workflow.states[state]?.title ?? state)
  if (isPhone) {
    return (
      <Typography variant="body2" color="textSecondary">
        {words('step.flow')}：
        {states.map((state, index) => (
          <span key={state}>
            {index > 0 ? ' › ' : ''}
            {index === at ? <strong>{name(state)}</strong> : name(state)}
          </span>
        ))}
      </Typography>
    )
  }
  return (
    <Stepper activeStep={at} alternativeLabel aria-label={words('step.flow')}>
      {states.map((state, index) => (
        <Step key={state} completed={index < at || (index === at && Boolean(workflow.states[state]?.final))}>
          <StepLabel error={index === at && workflow.states[state]?.tone === 'bad'}>{name(state)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  )
}
