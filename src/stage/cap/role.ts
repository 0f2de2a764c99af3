import { capWords } from './words.ts';
import type { CapSaying } from './words.ts';

type Role = keyof typeof capWords.role;

const isRole = (word: string): word is Role => Object.hasOwn(capWords.role, word);

/** What a server says that it is. */
export const roleWord = (role: string, words: Pick<CapSaying, 'say'>): string =>
  isRole(role) ? words.say(`role.${role}`) : role;
