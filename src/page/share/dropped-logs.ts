/** Logs of real servers, wherever on the page they are dropped, are shown in the lab that is for them. */

/** Where they are shown. */
const ADDRESS = '#/lab/logs';

/** Opens those among the files that are logs of servers. @returns the others */
export async function withoutLogs(files: readonly File[]): Promise<readonly File[]> {
  const { bringLogs, logsAmong } = await import('../sim/server-logs.ts');
  const logs = await logsAmong(files);
  if (logs.length === 0) return files;
  bringLogs(logs);
  location.hash = ADDRESS;
  return files.filter((file) => !logs.includes(file));
}
