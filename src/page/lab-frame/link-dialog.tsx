import type { LinkNature } from '../../view/frame.ts';
import { LinkDialog } from '../panels/network/link-dialog.tsx';
import { select } from '../sim/actions.ts';
import { useSim } from '../sim/store.ts';
import { acts } from './acts.ts';

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
