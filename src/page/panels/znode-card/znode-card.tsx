import { useTranslations } from 'use-intl';
import { HIDDEN, veiledNode } from '../../../stage/veil.ts';
import type { Veil } from '../../../stage/veil.ts';
import { watchesOf } from '../../../stage/znode/watches.ts';
import type { Pid } from '../../../view/time.ts';
import type { ZnodeView } from '../../../view/zookeeper-ask.ts';
import { useAsked } from '../../sim/use-answers.ts';
import { Button } from '../../widgets/button.tsx';
import { Hint } from '../../widgets/hint.tsx';
import { Beside } from './beside.tsx';
import { permsText } from './bytes.ts';
import { Data } from './data.tsx';
import { Stat } from './stat.tsx';
import './znode-card.css';

interface CardProps {
  server: Pid;
  path: string;
  nameOf: (pid: Pid) => string;
  onClose: () => void;
  /** What the open question hides. */
  veil?: Veil;
}

/** Everything about one node of a server's tree, at the moment shown. */
export const ZnodeCard = ({ server, path, nameOf, onClose, veil }: CardProps) => {
  const t = useTranslations('znodeCard');
  const row = useTranslations('znodeTree.row');
  const answer = useAsked({ ask: 'znode', server, path });
  return (
    <section className="znode-card" aria-label={t('name', { path })}>
      <header>
        <h2>{path}</h2>
        {answer?.node && <span className="quiet-text">{row(`kind.${answer.node.kind}`)}</span>}
        <Button kind="icon" aria-label={t('unselect')} title={t('unselect')} onPress={onClose}>
          ×
        </Button>
      </header>
      {answer?.node === null && <p>{t('gone', { path })}</p>}
      <Beside path={path} server={server} nameOf={nameOf} veil={veil} />
      {answer?.node && (
        <>
          {veiledNode(veil, path, 'data') ? <p>{HIDDEN}</p> : <Data node={answer.node} />}
          <Stat
            node={answer.node}
            nameOf={nameOf}
            hides={(field) => veiledNode(veil, path, field)}
          />
          <Acl acl={answer.node.acl} />
          <Watchers node={answer.node} nameOf={nameOf} />
        </>
      )}
    </section>
  );
};

const PERMS = 'cdrwa';

const Acl = ({ acl }: Pick<ZnodeView, 'acl'>) => {
  const t = useTranslations('znodeCard');
  /** The letters spelled out. */
  const spelled = (perms: string): string =>
    Array.from(PERMS)
      .filter((letter) => perms.includes(letter))
      .map((letter) => t(`perm.${letter as 'c' | 'd' | 'r' | 'w' | 'a'}`))
      .join(' · ');
  return (
    <section>
      <h3>{t('acl')}</h3>
      <ul>
        {acl.map(({ scheme, id, perms }) => {
          const letters = permsText(perms);
          return (
            <li key={`${scheme}:${id}:${perms}`}>
              <code>
                {scheme}:{id}:
              </code>
              <Hint text={letters === '' ? t('nothing') : spelled(letters)}>
                <code className="term">{letters === '' ? '-' : letters}</code>
              </Hint>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Watchers = ({ node, nameOf }: { node: ZnodeView; nameOf: (pid: Pid) => string }) => {
  const t = useTranslations('znodeCard');
  const row = useTranslations('znodeTree.row');
  const watches = watchesOf(node.watchers);
  return (
    <section>
      <h3>{t('watchers')}</h3>
      {watches.length === 0 && <p className="quiet-text">{t('noWatchers')}</p>}
      <ul>
        {watches.map(({ client, watched }) => (
          <li key={`${client} ${watched}`}>
            {row(`watch.${watched}`, { client: client === 0 ? t('nobody') : nameOf(client) })}
          </li>
        ))}
      </ul>
    </section>
  );
};
