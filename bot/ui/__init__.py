"""What people see in Discord: messages, buttons, menus and quote cards, made from answers."""
