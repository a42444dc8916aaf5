"""The issued decision in the window: issuing, amending, its versions, what differs between them."""
