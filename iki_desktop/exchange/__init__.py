"""What comes in and goes across: iki-1 JSON and the Excel workbook both ways."""
