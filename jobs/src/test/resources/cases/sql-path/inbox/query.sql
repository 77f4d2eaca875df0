select * from text.`deliveries/*`
