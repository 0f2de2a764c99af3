import type { OpenedFile } from '../../../view/opened-files.ts';
import { zxidHex } from '../../../view/zxid.ts';

/** The name that a server would have given to what stands in a file; null: it has that name. */
export function nameSays(file: OpenedFile): string | null {
  if (file.kind === 'nothing') return null;
  const zxid = file.kind === 'log' ? file.from : file.zxid;
  if (zxid === null) return null;
  const name = `${file.kind}.${zxidHex(zxid).slice(2)}`;
  return name === file.name ? null : name;
}
