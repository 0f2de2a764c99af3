import type { ProtocolForm } from './form.ts';
import { forms } from './forms.ts';
import { loadAs, modelNamed } from './load-as.ts';
import type { Loaded } from './load-as.ts';

const byModel = new Map<string, ProtocolForm>(
  forms.map((form) => [form.model, form as unknown as ProtocolForm]),
);

/** Reads a scenario of whatever protocol: who calls has the forms of all. Never throws. */
export const load = (value: unknown): Loaded =>
  loadAs(value, byModel.get(modelNamed(value) ?? '') ?? null);
