import { useTranslations } from 'use-intl';
import { Field } from '../../widgets/field.tsx';
import { Select } from '../../widgets/select.tsx';

/** Distinct states that may be searched; each takes some fifty bytes. */
export const STATES = [500_000, 2_000_000, 8_000_000] as const;
const DISKS = ['0', '1', '2'] as const;

/** How far to search: shown, and raised by hand. */
export const ReachBounds = (props: {
  ballots: string;
  least: number;
  most: number;
  ballotsFit: boolean;
  states: number;
  wipes: number;
  onBallots: (text: string) => void;
  onStates: (states: number) => void;
  onWipes: (wipes: number) => void;
}) => {
  const t = useTranslations('paxosTools.reach');
  const { least, most, states, wipes } = props;
  return (
    <fieldset className="reach-bounds">
      <legend>{t('bounds')}</legend>
      <Field
        label={t('ballots')}
        value={props.ballots}
        inputMode="numeric"
        onChange={props.onBallots}
        error={
          props.ballotsFit ? null : t('wrongBallots', { least: String(least), most: String(most) })
        }
      />
      <Select
        label={t('states')}
        showLabel
        value={String(states)}
        options={STATES.map((count) => ({ id: String(count), label: t('statesText', { count }) }))}
        onChange={(id) => props.onStates(Number(id))}
      />
      <Select
        label={t('wipes')}
        showLabel
        value={String(wipes)}
        options={DISKS.map((id) => ({ id, label: id }))}
        onChange={(id) => props.onWipes(Number(id))}
      />
    </fieldset>
  );
};
