import { useTranslations } from 'use-intl';
import type { Pid } from '../../../../view/time.ts';
import type { FutureServer } from '../../../../view/write-path.ts';
import { zxidText } from '../../../../view/zxid.ts';
import { sentText } from '../../../../stage/zookeeper/futures/texts.ts';
import { useSaying } from '../../../words/use-saying.ts';
import { useFutures } from './store.ts';
import { useNames } from './use-path-words.ts';
import './path.css';

/** A server in both futures: with what it came back, what it was sent, and what it has now. */
export const Compared = ({ pid }: { pid: Pid }) => {
  const t = useTranslations('writePath');
  const { say } = useSaying('writePath.drawn');
  const name = useNames();
  const futures = useFutures();
  const servers = futures.map(({ one }) => one.future.servers.find((each) => each.pid === pid));
  const leaders = new Set(servers.flatMap((one) => one?.sync?.leader ?? []));
  const [leader] = leaders;
  const sent =
    leaders.size === 1 && leader !== undefined
      ? t('table.sent', { leader: name(leader) })
      : t('table.sentNobody');
  const rows: readonly (readonly [string, (server: FutureServer) => string])[] = [
    [t('table.returned'), ({ sync }) => sync?.with ?? t('table.nothing')],
    [sent, ({ sync }) => (sync === null ? t('table.nothing') : sentText(say, sync))],
    [t('table.last'), ({ last }) => zxidText(last)],
    [t('table.epoch'), ({ epoch }) => (epoch === null ? '' : String(epoch))],
  ];
  return (
    <table className="compared">
      <caption>{t('table.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{name(pid)}</th>
          {futures.map(({ letter }) => (
            <th key={letter} scope="col">
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, of]) => {
          const texts = servers.map((server) => (server === undefined ? '' : of(server)));
          const differs = new Set(texts).size > 1;
          return (
            <tr key={head}>
              <th scope="row">{head}</th>
              {futures.map(({ letter }, index) => (
                <td key={letter}>{differs ? <b>{texts[index]}</b> : texts[index]}</td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
