import type { LinkNature } from '../../view/frame.ts';
import { select } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { DialogComing } from '../widgets/dialog-coming.tsx';
import { later } from '../widgets/later.tsx';
import { acts } from './acts.ts';

const LinkDialog = later(
  async () => (await import('../panels/network/link-dialog.tsx')).LinkDialog,
  { Coming: DialogComing },
);

/** The selected link's dialog, for the links that a lab has. */
export const SelectedLink = ({ nature }: { nature: LinkNature }) => {
  const frame = useSim((s) => s.frame);
  const selection = useSim((s) => s.selection);
  return frame === null || selection?.kind !== 'link' ? null : (
    <LinkDialog
      a={selection.a}
      b={selection.b}
      frame={frame}
      nature={nature}
      acts={acts}
      onClose={() => select(null)}
    />
  );
};
