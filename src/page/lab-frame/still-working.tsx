import { useTranslations } from 'use-intl';
import { useLongWork } from '../sim/long-work.ts';
import type { LongWork } from '../sim/long-work.ts';
import { stopWork } from '../sim/session.ts';
import { useSim } from '../sim/store.ts';
import { Button } from '../widgets/button.tsx';
import { Progress } from '../widgets/progress.tsx';
import { useEscape } from './stage/use-escape.ts';
import './still-working.css';

/** Where the last long work was stopped, while the run stands there; null otherwise. */
const useStoppedHere = () => {
  const stopped = useLongWork((s) => s.stopped);
  return useSim(({ run, frame }) =>
    stopped?.run === run && stopped.branch === frame?.branch && stopped.position === frame.position
      ? stopped
      : null,
  );
};

const forget = (): void => useLongWork.setState({ stopped: null });

/**
 * What takes long: how far it is, with a button to stop it, and then where that was. The sentence is
 * heard once; the number goes on beside it.
 */
export const StillWorking = () => {
  const lab = useTranslations('lab');
  const t = useTranslations('lab.work');
  const working = useLongWork((s) => s.working);
  const stopped = useStoppedHere();
  useEscape(working !== null, stopWork);
  const shown = working !== null || stopped !== null;
  const said = (): string => {
    if (working !== null) return t('still');
    if (stopped === null) return '';
    return t('stopped', { position: stopped.position });
  };
  return (
    <div
      className={shown ? 'still-working' : 'still-working still-working-none'}
      {...(shown && { role: 'region', 'aria-label': t('region') })}
    >
      <p role="status">{said()}</p>
      {working !== null && <HowFar work={working} />}
      {/* The same button, so that whoever pressed it by key stays on it. */}
      {shown && (
        <Button
          kind="small"
          title={working === null ? undefined : t('stopText')}
          onPress={working === null ? forget : stopWork}
        >
          {working === null ? lab('dismiss') : t('stop')}
        </Button>
      )}
    </div>
  );
};

const HowFar = ({ work: { steps, of } }: { work: LongWork }) => {
  const t = useTranslations('lab.work');
  return of === null ? (
    <Progress label={t('name')} value={0} text={steps === 0 ? '' : t('steps', { steps })} />
  ) : (
    <Progress
      label={t('name')}
      value={Math.min(steps, of)}
      max={of}
      text={t('stepsOf', { steps: Math.min(steps, of), of })}
    />
  );
};
