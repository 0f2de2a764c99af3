import { useTranslations } from 'use-intl';
import { Dialog } from '../../widgets/dialog.tsx';
import './views.css';

const TOPICS = ['faults', 'paxos', 'zab', 'zookeeper', 'pbft'] as const;

/** Where one liar is seen at work: the run, where what it breaks is broken; and a lesson of its kind. */
const SEEN = {
  paxos: { run: '#/lab/paxos?preset=lying-acceptor', lesson: '#/lesson/acceptors-write-to-disk' },
  zab: { run: '#/lab/zookeeper?preset=lying-server', lesson: '#/lesson/break-zab' },
} as const;

/** Crashes need 2f + 1, lies 3f + 1; what one liar does to Paxos and to ZooKeeper; where PBFT begins. */
export const Bridge = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('byzantine.bridge');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <dl className="bridge">
        {TOPICS.map((topic) => (
          <div key={topic}>
            <dt>{t(`${topic}.head`)}</dt>
            <dd>{t(`${topic}.text`)}</dd>
            {(topic === 'paxos' || topic === 'zab') && (
              <dd className="bridge-links">
                {(['run', 'lesson'] as const).map((kind) => (
                  <a key={kind} href={SEEN[topic][kind]} onClick={onClose}>
                    {t(`${topic}.${kind}`)}
                  </a>
                ))}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
