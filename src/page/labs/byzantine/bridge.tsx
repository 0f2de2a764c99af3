import { useTranslations } from 'use-intl';
import { Dialog } from '../../widgets/dialog.tsx';
import './views.css';

const TOPICS = ['faults', 'paxos', 'zab', 'zookeeper', 'pbft'] as const;

/** Where a liar in Paxos or in ZAB can be seen, and what each address is. */
const LINKS = { paxos: '#/lesson/acceptors-write-to-disk', zab: '#/lesson/break-zab' } as const;

/** Crashes need 2f + 1, lies 3f + 1; what one liar does to Paxos and to ZooKeeper; where PBFT begins. */
export const Bridge = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('byzantine.bridge');
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <dl className="bridge">
        {TOPICS.map((topic) => (
          <div key={topic}>
            <dt>{t(`${topic}.head`)}</dt>
            <dd>
              {t(`${topic}.text`)}
              {(topic === 'paxos' || topic === 'zab') && (
                <>
                  {' '}
                  <a href={LINKS[topic]} onClick={onClose}>
                    {t(`${topic}.link`)}
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};
