"""What bindings/tools/apigen.py is made of."""
