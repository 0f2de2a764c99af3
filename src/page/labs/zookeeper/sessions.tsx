import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { ZooKeeperClientView, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { Remaining } from '../../panels/remaining.tsx';
import './inspector.css';

/** The sessions that a server knows: whose each one is, what is left of it, and what hangs on it. */
export const Sessions = (props: {
  server: ZooKeeperServerView;
  clients: readonly ZooKeeperClientView[];
}) => {
  const t = useTranslations('zookeeper.sessions');
  const { server, clients } = props;
  if (server.sessions.length === 0) return null;
  const nameOf = (pid: Pid | null): string | undefined =>
    clients.find((one) => one.pid === pid)?.name;
  const ownerOf = (client: Pid | null, opener: Pid | null): string => {
    const was = nameOf(opener);
    return nameOf(client) ?? (was === undefined ? t('nobody') : t('was', { name: was }));
  };
  return (
    <table className="zk-sessions">
      <caption>{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('of')}</th>
          <th scope="col">{t('id')}</th>
          <th scope="col">{t('left')}</th>
          <th scope="col">{t('ephemerals')}</th>
        </tr>
      </thead>
      <tbody>
        {server.sessions.map(({ id, client, opener, expiresAt, ephemerals, closing }) => (
          <tr key={id}>
            <th scope="row">{ownerOf(client, opener)}</th>
            <td className="mono">…{id.slice(-6)}</td>
            <td>{closing ? t('closing') : <Remaining until={expiresAt} />}</td>
            <td>{ephemerals}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
