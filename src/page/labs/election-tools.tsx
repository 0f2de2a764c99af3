import { LinkDialog } from '../panels/network/LinkDialog.tsx';
import { NetworkButtons } from '../panels/network/NetworkButtons.tsx';
import { select } from '../sim/actions.ts';
import { useElectionFrame } from '../sim/selectors.ts';
import { useSim } from '../sim/store.ts';
import { acts } from './acts.ts';

/** Faults of the whole network. */
export const ElectionTools = () => {
  const frame = useElectionFrame();
  return frame === null ? null : <NetworkButtons frame={frame} acts={acts} />;
};

/** The selected link's dialog. */
export const ElectionDialogs = () => {
  const frame = useElectionFrame();
  const selection = useSim((s) => s.selection);
  return frame === null || selection?.kind !== 'link' ? null : (
    <LinkDialog
      a={selection.a}
      b={selection.b}
      frame={frame}
      nature="tcp"
      acts={acts}
      onClose={() => select(null)}
    />
  );
};
