import type { ZooKeeperDetail } from '../../../view/zookeeper.ts';
import { useMemo, useState } from 'react';
import { ZooCfgEditor } from '../../panels/zoo-cfg/zoo-cfg-editor.tsx';
import { intervene } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { useShownServer } from '../../sim/shown-server.ts';
import { WithWords } from '../../words/with-words.tsx';
import { enterAtServer } from './server-acts.ts';

/** Kept while another view is shown; of another run it means nothing. */
let kept: { run: number; text: string | null } = { run: -1, text: null };

/** The `zoo.cfg` of the run's server. */
export const ServerCfg = () => {
  const frame = useLabFrame<ZooKeeperDetail>();
  const run = useSim((s) => s.run);
  const [draft, setDraft] = useState(kept);
  const server = useShownServer();
  const ensemble = frame?.detail.ensemble ?? null;
  const sid = server?.pid ?? 0;
  const member = useMemo(() => (ensemble === null ? null : { ...ensemble, sid }), [ensemble, sid]);
  const process = frame?.processes.find(({ pid }) => pid === server?.pid);
  if (server === null || process === undefined) return null;
  const { pid, cfg, cfgUnread } = server;
  return (
    <WithWords of="zooCfg">
      <ZooCfgEditor
        name={process.name}
        cfg={cfg}
        unread={cfgUnread}
        liveness={process.liveness}
        member={member}
        draft={draft.run === run ? draft.text : null}
        onDraft={(text) => {
          kept = { run, text };
          setDraft(kept);
        }}
        onSave={(text) => intervene({ kind: 'configure', pid, text })}
        onRestart={() => enterAtServer('zkServer.sh restart')}
      />
    </WithWords>
  );
};
