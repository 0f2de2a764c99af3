import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { PlanView } from '../../../view/byzantine.ts';
import type { Order } from '../../../view/byzantine-setup.ts';
import { rewrite } from './runs.ts';
import './hand.css';

interface HandProps {
  readonly plan: PlanView;
  readonly values: readonly Order[];
  readonly from: string;
  readonly to: string;
  /** Along the path, where it is not said by what stands around. */
  readonly path?: string;
}

/** Before the traitor has heard what it is to pass on, what it will say is open, unless a person has set it. */
const isKnown = ({ value, byHand, truth, sentAt }: PlanView): boolean =>
  value !== null || byHand || truth !== null || sentAt !== null;

/** What a traitor says to one of the others: a switch that one presses before or after it is said. */
export const Hand = ({ plan, values, from, to, path }: HandProps) => {
  const t = useTranslations('byzantine.hand');
  const id = useId();
  const nothing = '';
  const name = path === undefined ? t('name', { from, to }) : t('nameOf', { from, to, path });
  return (
    <fieldset className="hand" role="radiogroup" aria-label={name}>
      <span className="hand-to" aria-hidden="true">
        {to}
      </span>
      {[...values, nothing].map((value) => {
        const chosen = isKnown(plan) && (plan.value ?? nothing) === value;
        return (
          <label
            key={value}
            className={chosen ? 'chosen' : undefined}
            title={value === nothing ? t('nothing') : undefined}
          >
            <input
              type="radio"
              className="vh"
              name={id}
              value={value}
              checked={chosen}
              aria-label={value === nothing ? t('nothing') : value}
              onChange={() => void rewrite(plan, value === nothing ? null : value)}
            />
            <span aria-hidden="true">{value === nothing ? '–' : value}</span>
          </label>
        );
      })}
    </fieldset>
  );
};
