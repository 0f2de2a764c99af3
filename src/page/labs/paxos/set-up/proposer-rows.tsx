import { useTranslations } from 'use-intl';
import { Button } from '../../../widgets/button.tsx';
import { Field } from '../../../widgets/field.tsx';
import { Select } from '../../../widgets/select.tsx';
import type { SetupForm } from '../../../panels/set-up/set-up.tsx';
import { MOST_PROPOSERS } from './draft.ts';
import type { PaxosDraft, ProposerDraft } from './draft.ts';
import { addProposer } from './presets.ts';

/** Who proposes what, and when; each one's ballot numbers. */
export const ProposerRows = ({ form }: { form: SetupForm<PaxosDraft> }) => {
  const t = useTranslations('paxos.setup');
  const { draft, change, error } = form;
  const { proposers, acceptors, roles } = draft;
  const members = Array.from({ length: acceptors }, (_, i) => `A${i + 1}`);
  const set = (key: number, part: Partial<ProposerDraft>): void =>
    change({
      ...draft,
      proposers: proposers.map((one) => (one.key === key ? { ...one, ...part } : one)),
    });
  /** Ballots in order of the processes' ids, as the simulation hands them out. */
  const order = roles === 'members' ? proposers.toSorted((a, b) => a.member - b.member) : proposers;
  const ballots = (one: ProposerDraft): string => {
    const first = order.indexOf(one) + 1;
    return [0, 1, 2].map((round) => first + round * proposers.length).join(', ');
  };
  return (
    <fieldset className="setup-servers">
      <legend>{t('proposers')}</legend>
      {proposers.map((one, index) => {
        const name = roles === 'members' ? `A${one.member}` : `P${index + 1}`;
        const wrongMember = error(`${one.key}.member`);
        return (
          <div
            key={one.key}
            role="group"
            aria-label={t('proposer', { number: String(index + 1) })}
            className="setup-proposer"
          >
            {roles === 'members' ? (
              <div className="field">
                <Select
                  label={t('member')}
                  showLabel
                  value={name}
                  options={[...new Set([...members, name])].map((id) => ({ id, label: id }))}
                  onChange={(id) => set(one.key, { member: Number(id.slice(1)) })}
                />
                {wrongMember !== null && <span className="field-error">{wrongMember}</span>}
              </div>
            ) : (
              <b>{name}</b>
            )}
            <Field
              label={t('value')}
              value={one.value}
              error={error(`${one.key}.value`)}
              onChange={(value) => set(one.key, { value })}
            />
            <Field
              label={t('propose')}
              inputMode="decimal"
              placeholder={t('proposeHint')}
              value={one.proposeMs}
              error={error(`${one.key}.proposeMs`)}
              onChange={(proposeMs) => set(one.key, { proposeMs })}
            />
            <span className="quiet-text setup-ballots">
              {t('ballots', { ballots: ballots(one) })}
            </span>
            <Button
              kind="icon"
              aria-label={t('remove', { number: String(index + 1) })}
              title={t('remove', { number: String(index + 1) })}
              disabledReason={proposers.length === 1 ? t('one') : null}
              onPress={() =>
                change({ ...draft, proposers: proposers.filter(({ key }) => key !== one.key) })
              }
            >
              ×
            </Button>
          </div>
        );
      })}
      <div className="row">
        <Button
          onPress={() => change(addProposer(draft))}
          disabledReason={
            proposers.length >= MOST_PROPOSERS ||
            (roles === 'members' && proposers.length >= acceptors)
              ? t('most')
              : null
          }
        >
          {t('add')}
        </Button>
      </div>
      <p className="quiet-text">{t('ballotsText')}</p>
    </fieldset>
  );
};
