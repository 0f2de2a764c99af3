import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTasks } from '../../sim/tasks.ts';
import { Button } from '../../widgets/button.tsx';
import { WithWords } from '../../words/with-words.tsx';
import { DialogComing } from '../../widgets/dialog-coming.tsx';
import { later } from '../../widgets/later.tsx';

const StudyOfGroup = later(async () => (await import('./study-of-group.tsx')).StudyOfGroup, {
  Coming: DialogComing,
  words: ['parts'],
});
const ReachOfGroup = later(async () => (await import('./reach-of-group.tsx')).ReachOfGroup, {
  Coming: DialogComing,
  words: ['parts'],
});

/** The two questions that a lab can be asked beside its run; both go on while their dialog is closed. */
export const ToolButtons = () => {
  const t = useTranslations('paxos.tools');
  const [open, setOpen] = useState<'study' | 'reach' | null>(null);
  const studying = useTasks((s) =>
    s.study.status === 'running'
      ? Math.floor((100 * (s.study.progress?.done ?? 0)) / (s.study.progress?.total ?? 1))
      : null,
  );
  const searching = useTasks((s) => s.reach.status === 'running');
  const close = (): void => setOpen(null);
  return (
    <div className="row">
      <Button onPress={() => setOpen('reach')}>{t(searching ? 'reaching' : 'reach')}</Button>
      <Button onPress={() => setOpen('study')}>
        {studying === null ? t('study') : t('studying', { percent: String(studying) })}
      </Button>
      {open !== null && (
        <WithWords of="paxosTools">
          {open === 'study' ? <StudyOfGroup onClose={close} /> : <ReachOfGroup onClose={close} />}
        </WithWords>
      )}
    </div>
  );
};
