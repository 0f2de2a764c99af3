import { loadAs, modelNamed } from './load-as.ts';
import type { Loaded } from './load-as.ts';
import { loadProtocol } from './load-protocol.ts';

/**
 * Reads a scenario with the form of its protocol, which is fetched for it. Rejects when that cannot be
 * had, never because of the value.
 */
export async function loadWithProtocol(value: unknown): Promise<Loaded> {
  const model = modelNamed(value);
  return loadAs(value, model === null ? null : (await loadProtocol(model)).form);
}
