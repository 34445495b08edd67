"""What all messages and commands share: custom ids, components, quotations, replies, errors."""
