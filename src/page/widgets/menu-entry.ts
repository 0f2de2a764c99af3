export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** Shows the entry as the chosen one of a set. */
  readonly chosen?: boolean;
  /** Why it cannot be chosen now. */
  readonly reason?: string | null;
  readonly onPress: () => void;
}
