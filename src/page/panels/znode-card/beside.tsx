import { useTranslations } from 'use-intl';
import { HIDDEN, veiledNode } from '../../../stage/veil.ts';
import type { Veil } from '../../../stage/veil.ts';
import type { Pid } from '../../../view/time.ts';
import type { SeenNode, SeenView } from '../../../view/zookeeper-seen.ts';
import { zxidText } from '../../../view/zxid.ts';
import { useAsked } from '../../sim/use-answers.ts';
import { OneStop } from '../../widgets/one-stop.tsx';
import { Term } from '../../widgets/term.tsx';

type Field = 'data' | 'mzxid' | 'version' | 'numChildren';

const FIELDS = ['data', 'mzxid', 'version', 'numChildren'] as const;

const textOf = (node: SeenNode, field: Field): string => {
  if (field === 'mzxid') return zxidText(node.mzxid);
  if (field !== 'data') return String(node[field]);
  const { data, dataLength } = node;
  return data === null ? 'null' : data.length < dataLength ? `${data}…` : data;
};

/** One node as each server has it at this moment; what differs from the server shown is marked. Of one server nothing. */
export const Beside = (props: {
  path: string;
  server: Pid;
  nameOf: (pid: Pid) => string;
  veil: Veil | undefined;
}) => {
  const t = useTranslations('znodeCard');
  const { path, server, nameOf, veil } = props;
  const rows = useAsked({ ask: 'seen', path })?.servers ?? [];
  const own = rows.find((row) => row.server === server)?.node ?? null;
  if (rows.length < 2) return null;
  const cell = ({ node }: SeenView, field: Field): string => {
    if (veiledNode(veil, path, field)) return HIDDEN;
    return node === null ? '' : textOf(node, field);
  };
  const differs = ({ node }: SeenView, field: Field): boolean => {
    if (veiledNode(veil, path, field)) return false;
    return node === null || own === null
      ? node !== own
      : textOf(node, field) !== textOf(own, field);
  };
  return (
    <OneStop label={t('beside', { path })}>
      <table className="znode-beside">
        <caption>{t('beside', { path })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('besideServer')}</th>
            {FIELDS.map((field) => (
              <th key={field} scope="col">
                {field === 'data' ? t('besideData') : <Term id={field} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.server} aria-current={row.server === server ? 'true' : undefined}>
              <th scope="row">{nameOf(row.server)}</th>
              {row.node === null && !veiledNode(veil, path, 'data') ? (
                <td colSpan={FIELDS.length} className={own === null ? undefined : 'differs'}>
                  {t('notThere')}
                </td>
              ) : (
                FIELDS.map((field) => (
                  <td key={field} className={differs(row, field) ? 'differs' : undefined}>
                    {cell(row, field)}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </OneStop>
  );
};
