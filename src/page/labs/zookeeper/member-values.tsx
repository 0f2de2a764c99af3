import { useTranslations } from 'use-intl';
import type { Pid } from '../../../view/time.ts';
import type { MemberView } from '../../../view/zookeeper-member.ts';
import { zxidText } from '../../../view/zxid.ts';
import { ZxidText } from '../../panels/inspector/zxid-text.tsx';
import './inspector.css';

/** What a member of an ensemble knows of transactions under way, and what it has answered. */
export const MemberValues = ({ member }: { member: MemberView }) => {
  const t = useTranslations('zookeeper.member');
  const { logged, committed, acceptedEpoch, sync, reads, writes, forwarded } = member;
  return (
    <dl className="kv">
      <dt>{t('logged')}</dt>
      <dd>
        <ZxidText zxid={logged} />
      </dd>
      <dt>{t('committed')}</dt>
      <dd>
        <ZxidText zxid={committed} />
      </dd>
      <dt>{t('acceptedEpoch')}</dt>
      <dd className="kv-whole">{acceptedEpoch}</dd>
      {sync !== null && (
        <>
          <dt>{t('sync')}</dt>
          <dd className="kv-whole">{sync}</dd>
        </>
      )}
      <dt>{t('answered')}</dt>
      <dd className="kv-whole">{t('meters', { reads, writes, forwarded })}</dd>
    </dl>
  );
};

/** What a leader waits for: who has logged each proposal, and how far each learner's handler has come. */
export const LeaderValues = (props: { member: MemberView; nameOf: (pid: Pid) => string }) => {
  const t = useTranslations('zookeeper.member');
  const { member, nameOf } = props;
  const { outstanding, outstandingHidden, handlers } = member;
  return (
    <>
      {outstanding.length > 0 && (
        <table className="zk-sessions">
          <caption>{t('outstanding')}</caption>
          <thead>
            <tr>
              <th scope="col">zxid</th>
              <th scope="col">{t('acks')}</th>
            </tr>
          </thead>
          <tbody>
            {outstanding.map(({ zxid, acks }) => (
              <tr key={zxidText(zxid)}>
                <th scope="row">{zxidText(zxid)}</th>
                <td>{acks.length === 0 ? t('nobody') : acks.map(nameOf).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {outstandingHidden > 0 && (
        <p className="quiet-text">{t('more', { count: outstandingHidden })}</p>
      )}
      {handlers.length > 0 && (
        <table className="zk-sessions">
          <caption>{t('handlers')}</caption>
          <tbody>
            {handlers.map(({ connection, sid, state }) => (
              <tr key={connection}>
                <th scope="row">{nameOf(sid)}</th>
                <td className="mono">{state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
};
