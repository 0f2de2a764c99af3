import { noteLogs, useServerLogs } from '../../../sim/server-logs.ts';
import { send } from '../../../sim/actions.ts';

/** Stands for the logs that are shown; null where there are none, or nothing is told by them. */
export const useLogsKey = (): string | null =>
  useServerLogs(({ files, readings, view }) =>
    files.length === 0 || view?.events === 0 ? null : String(readings),
  );

/** Has the logs read that the reader has brought, and shows them. */
export async function openLogs(): Promise<void> {
  const { files, said } = useServerLogs.getState();
  const { problem } = await send({ type: 'open', scenario: { files, said } });
  if (problem === null) noteLogs(await send({ type: 'ask', question: { ask: 'logs' } }));
}
