import { create } from 'zustand';

/** Whether the menu of the selected thing is open, where it stands. */
export const useMenuOpen = create<{ readonly open: boolean }>()(() => ({ open: false }));

export const setMenuOpen = (open: boolean): void => useMenuOpen.setState({ open });
