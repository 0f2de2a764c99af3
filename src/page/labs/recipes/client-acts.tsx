import { useTranslations } from 'use-intl';
import type { Frame, ProcessView } from '../../../view/frame.ts';
import type { Intervention, Link } from '../../../view/intervention.ts';
import type { RecipeClientView, RecipesDetail } from '../../../view/recipes.ts';
import type { Pid } from '../../../view/time.ts';
import { acts } from '../../lab-frame/acts.ts';
import { useCannotAct } from '../../panels/cannot-act.ts';
import { OwnDeeds, useOwnDeeds } from '../../panels/inspector/own-deeds.tsx';
import { intervene, runUntil } from '../../sim/actions.ts';
import { Button } from '../../widgets/button.tsx';

/** All ways between a client and the servers. */
const linksOf = (pid: Pid, { detail }: Frame<RecipesDetail>): readonly Link[] =>
  detail.servers.map((server) => ({ a: pid, b: server.pid }));

/** Whether nothing of a client reaches any server. */
export const isCutOff = (pid: Pid, frame: Frame<RecipesDetail>): boolean =>
  frame.detail.servers.length > 0 &&
  frame.detail.servers.every((server) =>
    frame.links.some(
      ({ from, to, cut }) =>
        cut && ((from === pid && to === server.pid) || (from === server.pid && to === pid)),
    ),
  );

/** Longer than any session lasts: 20 ticks and what the rounding adds, ms. */
const SESSION_MS = 60_000;

/**
 * The only way in which a session ends without its client: by silence. It is cut off until the servers
 * have given it up, and then reached again, so that it hears of it.
 */
const expire = async (pid: Pid, frame: Frame<RecipesDetail>): Promise<void> => {
  const links = linksOf(pid, frame);
  const cut = await intervene({ kind: 'cut-links', links });
  if (cut.problem !== null) return;
  const ended = await runUntil({ session: { pid, is: 'over' } }, SESSION_MS);
  if (ended.problem !== null) return;
  await intervene({ kind: 'mend-links', links }, undefined, { goesOn: true });
};

/** What can be done to a client beside killing and pausing it: to its connection and to its session. */
export const ClientActs = (props: {
  client: RecipeClientView;
  process: ProcessView;
  frame: Frame<RecipesDetail>;
}) => {
  const t = useTranslations('recipes.deeds');
  const deedsOf = useOwnDeeds();
  const cannot = useCannotAct();
  const { client, process, frame } = props;
  const { pid } = client;
  const off = isCutOff(pid, frame);
  const toggle: Intervention = off
    ? { kind: 'mend-links', links: linksOf(pid, frame) }
    : { kind: 'cut-links', links: linksOf(pid, frame) };
  return (
    <div className="row">
      <Button disabledReason={cannot} onPress={() => void intervene(toggle)}>
        {t(off ? 'reconnect' : 'disconnect')}
      </Button>
      <Button
        disabledReason={cannot ?? (client.session === null ? t('noSession') : null)}
        onPress={() => void expire(pid, frame)}
      >
        {t('expire')}
      </Button>
      <OwnDeeds deeds={deedsOf(process, frame)} acts={acts} />
    </div>
  );
};
