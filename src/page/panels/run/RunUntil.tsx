import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Frame } from '../../../view/frame.ts';
import { Button } from '../../widgets/button.tsx';
import { Field } from '../../widgets/field.tsx';
import { Select } from '../../widgets/select.tsx';
import type { Acts } from '../acts.ts';
import { useTimeText } from '../use-time-text.ts';
import { buildUntil, firstUntil, STATES } from './condition.ts';
import type { UntilDraft, UntilProblem } from './condition.ts';
import './run.css';

const KINDS = ['leader', 'no-leader', 'state', 'zxid', 'quiet'] as const;

type Outcome = 'running' | 'reached' | 'not-reached' | null;

/** Runs until something holds, or says that it did not happen within the limit. */
export const RunUntil = (props: { frame: Frame; acts: Pick<Acts, 'send'> }) => {
  const t = useTranslations('panels.until');
  const say = useTimeText();
  const { frame, acts } = props;
  const [draft, setDraft] = useState<UntilDraft>(() => firstUntil(frame.processes[0]?.pid ?? 1));
  const [wrong, setWrong] = useState<UntilProblem | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const change = (part: Partial<UntilDraft>): void => {
    setDraft({ ...draft, ...part });
    setWrong(null);
    setOutcome(null);
  };

  const run = (): void => {
    const built = buildUntil(draft);
    if ('wrong' in built) {
      setWrong(built.wrong);
      return;
    }
    setOutcome('running');
    void acts.send({ type: 'run-until', ...built }).then((answer) => {
      if (answer.problem !== null) setOutcome(null);
      else setOutcome(answer.reached === true ? 'reached' : 'not-reached');
    });
  };
  const ofServer = draft.kind === 'state' || draft.kind === 'zxid';
  return (
    <form
      className="until"
      aria-label={t('name')}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className="row">
        <Select
          label={t('what')}
          showLabel
          value={draft.kind}
          options={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        {ofServer && (
          <Select
            label={t('server')}
            showLabel
            value={String(draft.pid)}
            options={frame.processes.map((one) => ({ id: String(one.pid), label: one.name }))}
            onChange={(pid) => change({ pid: Number(pid) })}
          />
        )}
        {draft.kind === 'state' && (
          <Select
            label={t('state')}
            showLabel
            value={draft.state}
            options={STATES.map((id) => ({ id, label: id }))}
            onChange={(state) => change({ state })}
          />
        )}
      </div>
      {draft.kind === 'zxid' && (
        <Field
          label={t('zxid')}
          value={draft.zxid}
          error={wrong === 'zxid' ? t('wrong.zxid') : null}
          onChange={(zxid) => change({ zxid })}
        />
      )}
      <div className="until-limit">
        <Field
          label={t('limit')}
          inputMode="decimal"
          value={draft.limitS}
          error={wrong === 'limit' ? t('wrong.limit') : null}
          onChange={(limitS) => change({ limitS })}
        />
        <Button onPress={run}>{t('run')}</Button>
      </div>
      <p role="status" className="quiet-text">
        {outcome === 'running' && t('running')}
        {outcome === 'reached' && t('reached', { time: say(frame.time) })}
        {outcome === 'not-reached' &&
          t('notReached', { limit: draft.limitS, time: say(frame.time) })}
      </p>
    </form>
  );
};
