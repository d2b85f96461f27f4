"""What people see: values in, rows of styled text or plain data out."""
