import { useTranslations } from 'use-intl';
import { linkEnd } from '../../../stage/states.ts';
import type { Frame, LinkNature } from '../../../view/frame.ts';
import type { Intervention } from '../../../view/intervention.ts';
import type { Pid } from '../../../view/time.ts';
import { Button } from '../../widgets/button.tsx';
import { Dialog } from '../../widgets/dialog.tsx';
import type { Acts } from '../acts.ts';
import { useCannotAct } from '../cannot-act.ts';
import { nameOf } from '../state-word.ts';
import { linkOf } from './latency.ts';
import { LatencyControl } from './latency-control.tsx';
import { LossControl } from './loss-control.tsx';

interface LinkDialogProps {
  a: Pid;
  b: Pid;
  frame: Frame;
  nature: LinkNature;
  acts: Pick<Acts, 'intervene'>;
  onClose: () => void;
}

/** What can be done to one link: cut, mend, reset, slow down; datagrams can also be lost. */
export const LinkDialog = ({ a, b, frame, nature, acts, onClose }: LinkDialogProps) => {
  const t = useTranslations('panels.link');
  const cannot = useCannotAct();
  const there = linkOf(frame.links, a, b);
  const back = linkOf(frame.links, b, a);
  const name = (pid: Pid): string => nameOf(frame, pid);
  const end = (pid: Pid): string => linkEnd({ pid, name: name(pid) });
  const one = (what: Intervention): void => void acts.intervene(what);
  const several = (list: readonly Intervention[]): void => {
    // In order: each happens at the moment shown, after the one before it.
    void list.reduce<Promise<unknown>>(
      (before, what) => before.then(() => acts.intervene(what)),
      Promise.resolve(),
    );
  };
  const cuts = [there, back].filter((link) => link.cut);
  const direction = (from: Pid, to: Pid) => ({ from: name(from), to: name(to) });
  const title = t('name', { a: end(a), b: end(b) });
  if (cannot !== null) {
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{cannot}</p>
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <p role="status" className="quiet-text">
        {cuts.length === 0
          ? t('whole')
          : cuts.map((link) => t('cut', direction(link.from, link.to))).join(' ')}
      </p>
      <div className="row">
        <Button onPress={() => one({ kind: 'cut', from: a, to: b, oneWay: false })}>
          {t('both')}
        </Button>
        <Button onPress={() => one({ kind: 'cut', from: a, to: b, oneWay: true })}>
          {t('oneWay', direction(a, b))}
        </Button>
        <Button onPress={() => one({ kind: 'cut', from: b, to: a, oneWay: true })}>
          {t('oneWay', direction(b, a))}
        </Button>
        <Button
          onPress={() => one({ kind: 'mend', a, b })}
          disabledReason={cuts.length === 0 ? t('whole') : null}
        >
          {t('mend')}
        </Button>
        {nature !== 'datagram' && (
          <Button onPress={() => one({ kind: 'reset', a, b })}>{t('reset')}</Button>
        )}
      </div>
      {nature !== 'datagram' && <p className="quiet-text">{t('resetText')}</p>}
      <LatencyControl link={[a, b]} now={there.latency} onDo={several} />
      {nature === 'datagram' && <LossControl link={there} onDo={several} />}
      <details className="section">
        <summary>{t('allLatency')}</summary>
        <LatencyControl link={null} now={null} onDo={several} />
      </details>
    </Dialog>
  );
};
