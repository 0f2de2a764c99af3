import { useState } from 'react';
import { Consoles } from '../../panels/console/Consoles.tsx';
import { useZooKeeperFrame } from '../../sim/selectors.ts';
import { consoleActs } from './console-acts.ts';

/** Kept while another view is shown. */
let kept: { chosen: number | null; sideBySide: boolean } = { chosen: null, sideBySide: false };

/** The zkCli of each client. */
export const ZkCliConsoles = () => {
  const frame = useZooKeeperFrame();
  const [shown, setShown] = useState(kept);
  const show = (change: Partial<typeof kept>): void => {
    kept = { ...kept, ...change };
    setShown(kept);
  };
  return frame === null ? null : (
    <Consoles
      frame={frame}
      chosen={shown.chosen}
      sideBySide={shown.sideBySide}
      onChoose={(chosen) => show({ chosen })}
      onSideBySide={(sideBySide) => show({ sideBySide })}
      acts={consoleActs}
    />
  );
};
