import { useTranslations } from 'use-intl';
import type { OpenedView } from '../../../view/opened-files.ts';
import { zxidText } from '../../../view/zxid.ts';

/** What a server that starts on these files would load, or what it lacks for that. */
export const Together = ({ view }: { view: OpenedView }) => {
  const t = useTranslations('openedFiles');
  const { tree, lack } = view;
  if (tree === null && lack === null) return null;
  return (
    <p role="status">
      {tree !== null &&
        t(tree.snapshot === null ? 'treeOfLog' : 'treeOfSnapshot', {
          snapshot: tree.snapshot ?? '',
          replayed: tree.replayed,
          nodes: tree.nodes,
          zxid: zxidText(tree.zxid),
        })}{' '}
      {lack !== null && t(`lack.${lack}`)}
    </p>
  );
};
