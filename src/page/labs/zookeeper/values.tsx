import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ZooKeeperClientView, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import { ZxidText } from '../../panels/inspector/zxid-text.tsx';
import { useTimeText } from '../../panels/use-time-text.ts';

/** `whole`: it takes the row for itself. */
const Row = (props: { name: string; whole?: boolean; children: ReactNode }) => (
  <>
    <dt>{props.name}</dt>
    <dd className={props.whole === true ? 'kv-whole' : undefined}>{props.children}</dd>
  </>
);

/** What matters most of a server. */
export const ServerValues = ({ server }: { server: ZooKeeperServerView }) => {
  const t = useTranslations('zookeeper.values');
  return (
    <dl className="kv">
      <Row name={t('zxid')}>
        <ZxidText zxid={server.zxid} />
      </Row>
      <Row name={t('prepared')}>
        <ZxidText zxid={server.prepared} />
      </Row>
      <Row name={t('nodes')}>{server.nodes}</Row>
      <Row name={t('ephemerals')}>{server.ephemerals}</Row>
      <Row name={t('watches')}>{server.watches}</Row>
      <Row name={t('requests')}>
        {server.received}, {server.sent}
      </Row>
      <Row name={t('latency')}>
        {t('ms', { mean: String(Math.round(server.latency.mean * 10) / 10) })}
      </Row>
      <Row name={t('snapshot')}>{server.snapshotAfter}</Row>
    </dl>
  );
};

/** What matters most of a client. */
export const ClientValues = ({ client }: { client: ZooKeeperClientView }) => {
  const t = useTranslations('zookeeper.values');
  const say = useTimeText();
  return (
    <dl className="kv">
      <Row name={t('session')} whole>
        {client.session === '0x0' ? t('none') : client.session}
      </Row>
      <Row name={t('timeout')}>{client.timeout === 0 ? t('none') : say(client.timeout * 1000)}</Row>
      <Row name={t('lastZxid')}>
        <ZxidText zxid={client.lastZxid} />
      </Row>
      <Row name={t('pending')}>{client.pending + client.queued}</Row>
      <Row name={t('watches')}>{client.watches}</Row>
    </dl>
  );
};
