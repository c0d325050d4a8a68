import { type ReactElement, useState } from 'react'
import type { Receipt, Reservation, TillCard } from '../../actions/index.ts'
import { AskBill } from './ask-bill.tsx'
import { AskCard } from './ask-card.tsx'
import { ConfirmUse } from './confirm-use.tsx'
import { Done } from './done.tsx'

/** Where the till is: card, bill, confirmation, receipt. */
type Step =
  | { readonly at: 'card' }
  | { readonly at: 'bill'; readonly card: TillCard }
  | { readonly at: 'confirm'; readonly reservation: Reservation }
  | { readonly at: 'done'; readonly receipt: Receipt }

/** One use of a card, from recognising it to the receipt. */
export function Redeem({ onDone }: { onDone: () => void }): ReactElement {
  const [step, setStep] = useState<Step>({ at: 'card' })
  const restart = (): void => setStep({ at: 'card' })
  switch (step.at) {
    case 'card':
      return <AskCard onUsable={(card) => setStep({ at: 'bill', card })} />
    case 'bill':
      return <AskBill card={step.card} onReserved={(reservation) => setStep({ at: 'confirm', reservation })} onCancel={restart} />
    case 'confirm':
      return (
        <ConfirmUse
          reservation={step.reservation}
          onConfirmed={(receipt) => {
            setStep({ at: 'done', receipt })
          }}
          onCancel={restart}
        />
      )
    case 'done':
      return (
        <Done
          receipt={step.receipt}
          onNext={() => {
            restart()
            onDone()
          }}
        />
      )
  }
}
