/** Offers a file for saving. */
export const download = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the address by the end of this task.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};
