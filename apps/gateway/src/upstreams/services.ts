/** The services behind the front door, in the order in which a simulated day reaches them. */
export const services = ['programme', 'recruitment', 'placement', 'finance', 'assessment', 'notifications'] as const;
export type Service = (typeof services)[number];

export function isService(name: string): name is Service {
  return (services as readonly string[]).includes(name);
}
