import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { watchesOf } from '../../../stage/znode/watches.ts';
import { HIDDEN, veiledNode } from '../../../stage/veil.ts';
import type { Veil } from '../../../stage/veil.ts';
import type { VeiledNode } from '../../../view/prediction.ts';
import type { Pid } from '../../../view/time.ts';
import type { TreeRow } from '../../../view/zookeeper-ask.ts';

/** What is drawn of a node, in words. */
export const useDescription = (
  nameOf: (pid: Pid) => string,
  veil?: Veil,
): ((row: TreeRow) => string) => {
  const t = useTranslations('znodeTree.row');
  return useMemo(() => {
    const hides = (row: TreeRow, field: VeiledNode['field']): boolean =>
      veiledNode(veil, row.path, field);
    return (row): string => {
      const { kind, sequential, owner, session, preview, dataLength, version, touched } = row;
      const parts = [t(`kind.${kind}`)];
      if (sequential) parts.push(t('sequential'));
      if (kind === 'ephemeral') {
        parts.push(
          owner === null ? t('session', { session }) : t('owner', { owner: nameOf(owner) }),
        );
      }
      parts.push(
        preview === null
          ? t('noData')
          : hides(row, 'data')
            ? HIDDEN
            : t('data', { bytes: dataLength, preview: oneLine(preview) }),
      );
      if (hides(row, 'version')) parts.push(t('version', { version: HIDDEN }));
      else if (version > 0) parts.push(t('version', { version: String(version) }));
      if (row.children > 0) parts.push(t('below', { count: row.descendants }));
      for (const { client, watched } of watchesOf(row.watchers)) {
        parts.push(t(`watch.${watched}`, { client: nameOf(client) }));
      }
      if (touched) parts.push(t('touched'));
      return parts.join(t('comma'));
    };
  }, [t, nameOf, veil]);
};

const oneLine = (data: string): string => data.replaceAll(/\s+/gu, ' ');
