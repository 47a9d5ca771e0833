/** `service:handle`. The handle without the @ and in lower case: no service tells two accounts apart by case alone. */
export const messengerKey = (service: string, handle: string): string => `${service}:${handle.trim().replace(/^@/, '').toLowerCase()}`
